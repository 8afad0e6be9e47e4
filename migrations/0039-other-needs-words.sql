-- "Another reason" is no reason without words. Cities opened from now on have it from their list.
update app.codes set extra = extra || '{"needsWords": true}'
 where list in ('hold_reason', 'facility_without_offence_reason', 'referral_decline_reason', 'referral_pause_reason') and code = 'OTHER';
