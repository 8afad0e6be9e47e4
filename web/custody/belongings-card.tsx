import { messages } from '#custody/messages.ts';
import type { CustodyRecord } from '#custody/schema/reads.ts';
import { useAct } from '#web/custody/use-act.ts';
import { accepted } from '#web/platform/api.ts';
import { dateTime, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Query } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/layout.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';

/** What is kept for the person, until when, and what went back. */
export function Belongings({ record, query }: { record: CustodyRecord; query: Query<CustodyRecord> }) {
  const act = useAct();
  return (
    <Card title={t(messages.belongings)}>
      {record.belongings.length === 0 ? <p className="meta">{t(messages.noBelongings)}</p> : null}
      {act.problem ? <ProblemNotice problem={act.problem} /> : null}
      <ul className="chain">
        {record.belongings.map((it) => (
          <li key={it.belongingId}>
            <b>{it.what}</b>
            <span className="meta">
              {it.returnedAt
                ? t(messages.returnedOn, { when: dateTime(it.returnedAt) })
                : it.returnDue
                  ? t(messages.backBy, { when: shortDate(it.returnDue) })
                  : null}
            </span>
            {it.returnedAt ? null : (
              <div>
                <Button
                  busy={act.busy === it.belongingId}
                  onClick={() =>
                    act.run(it.belongingId, t(messages.returnDone), async () => {
                      await accepted('custody/return-belonging', { belongingId: it.belongingId });
                      query.reload();
                    })
                  }
                >
                  {t(messages.returnIt)}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
