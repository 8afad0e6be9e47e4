-- Of who was erased before officers' reasons went with the rest: what they wrote of the person goes now.
update app.legal_holds h set reason = '(dihapus menurut aturan retensi)',
       lifted_reason = case when h.lifted_reason = '' then '' else '(dihapus menurut aturan retensi)' end
  from app.erasures x where x.city = h.city and x.person_id = h.person_id and h.set_at <= x.erased_at;
update app.erasure_requests q set reason = '(dihapus menurut aturan retensi)',
       decision_reason = case when q.decision_reason = '' then '' else '(dihapus menurut aturan retensi)' end
  from app.erasures x where x.city = q.city and x.person_id = q.person_id and q.asked_at <= x.erased_at;
