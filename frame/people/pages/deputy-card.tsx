import type { z } from 'zod'
import { fill, useWords } from '#shell/language.tsx'
import { useMe } from '#shell/me.ts'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { endDeputyDoor, nameDeputyDoor } from '../grants/doors.ts'
import { ownDeputiesDoor } from '../own/doors.ts'
import { accountWords } from './account-words.ts'
import { ownAct, typed } from './own-act.ts'

type Deputies = z.output<typeof ownDeputiesDoor.reply>
type Line = Deputies['mine'][number]

/** Who stands in for me, for whom I stand in, and naming somebody. */
export function DeputyCard() {
  const words = useWords(accountWords)
  const { data, error, refetch } = useRead(ownDeputiesDoor, {})
  return (
    <section className="card account-card">
      <h2>{words.deputies}</h2>
      <p className="quiet small">{words.deputiesHint}</p>
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!error && !data && <Waiting rows={2} />}
      {data && <Lines deputies={data} />}
    </section>
  )
}

function Lines({ deputies }: { deputies: Deputies }) {
  const words = useWords(accountWords)
  const { me } = useMe()
  const name = useAct(nameDeputyDoor, [ownDeputiesDoor])
  const { mine, forOthers, colleagues } = deputies
  const choices = Object.fromEntries(
    colleagues.map((c) => {
      const roles = (language: 'zh' | 'en') => c.roles.map((r) => r[language]).join('、')
      return [c.id, { zh: `${c.name}（${roles('zh')}）`, en: `${c.name} (${roles('en')})` }]
    }),
  )
  return (
    <>
      <ul className="account-lines">
        {mine.map((line) => (
          <OneDeputy key={line.id} line={line} mine />
        ))}
        {forOthers.map((line) => (
          <OneDeputy key={line.id} line={line} mine={false} />
        ))}
      </ul>
      {mine.length + forOthers.length === 0 && <p className="account-lines">{words.noDeputies}</p>}
      {colleagues.length === 0 ? (
        <p className="quiet small">{words.noColleagues}</p>
      ) : (
        <ActBar
          layout="row"
          main=""
          acts={[ownAct('deputy', accountWords.nameDeputy)]}
          forms={{
            deputy: {
              choices: () => choices,
              fields: [
                { name: 'deputyId', title: accountWords.deputy, kind: 'choice', required: true },
                { name: 'validFrom', title: accountWords.from, kind: 'day', required: true },
                { name: 'validTo', title: accountWords.to, kind: 'day', required: true },
                { name: 'reason', title: accountWords.why, kind: 'text', required: true },
              ],
            },
          }}
          run={(_act, input) => {
            return name.run({
              body: {
                absentId: me?.accountId ?? '',
                deputyId: typed(input, 'deputyId'),
                validFrom: typed(input, 'validFrom'),
                validTo: typed(input, 'validTo'),
                reason: typed(input, 'reason'),
              },
            })
          }}
        />
      )}
    </>
  )
}

function OneDeputy({ line, mine }: { line: Line; mine: boolean }) {
  const words = useWords(accountWords)
  const end = useAct(endDeputyDoor, [ownDeputiesDoor])
  const over = line.status === 'ended'
  return (
    <li data-over={over}>
      <div>
        <p>
          {mine
            ? fill(words.forMe, { name: line.deputy.name })
            : fill(words.forOther, { name: line.absent.name })}
        </p>
        <p>
          {fill(words.roleSpan, { from: line.from, to: line.to })}　{line.reason}
          {over && `　${words.ended}`}
        </p>
      </div>
      {mine && !over && (
        <ActBar
          layout="row"
          main=""
          acts={[ownAct('end', accountWords.endDeputy)]}
          forms={{
            end: {
              fields: [
                { name: 'reason', title: accountWords.reason, kind: 'text', required: true },
              ],
            },
          }}
          run={(_act, input) =>
            end.run({
              params: { id: line.id },
              body: { version: line.version, reason: typed(input, 'reason') },
            })
          }
        />
      )}
    </li>
  )
}
