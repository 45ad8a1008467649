import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { showInstant } from '#shell/format.ts'
import { fill, useWords } from '#shell/language.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { useAct } from '#shell/query.ts'
import { changePasswordDoor, ownAccountDoor, recoveryCodesDoor } from '../own/doors.ts'
import type { OwnAccount } from './account-page.tsx'
import { accountWords } from './account-words.ts'
import { Enrol } from './enrol-step.tsx'
import { ownAct, typed } from './own-act.ts'
import { CodeSheet } from './recovery-codes.tsx'
import { secretControls } from './secret-control.tsx'
import { signInWords } from './sign-in-words.ts'
import './sign-in.css'

/** Password, second factor and recovery codes. */
export function SafetyCard({ account }: { account: OwnAccount }) {
  const words = useWords(accountWords)
  return (
    <section className="card account-card">
      <h2>{words.safety}</h2>
      <ul className="account-lines">
        <PasswordLine account={account} />
        <FactorLine account={account} />
      </ul>
    </section>
  )
}

function PasswordLine({ account }: { account: OwnAccount }) {
  const words = useWords(accountWords)
  const { message } = App.useApp()
  const change = useAct(changePasswordDoor, [ownAccountDoor])
  const { since, demand } = account.password
  const at = since ? showInstant(since) : '—'
  const hint = {
    zh: fill(accountWords.demand.zh, { ...demand, days: 0 }),
    en: fill(accountWords.demand.en, { ...demand, days: 0 }),
  }
  return (
    <li>
      <div>
        <p>{words.password}</p>
        <p>
          {demand.days
            ? fill(words.passwordDue, { at, n: demand.days })
            : fill(words.passwordSince, { at })}
        </p>
      </div>
      <ActBar
        layout="row"
        main=""
        acts={[ownAct('password', accountWords.changePassword)]}
        forms={{
          password: {
            text: words.changePasswordHint,
            controls: secretControls,
            fields: [
              {
                name: 'current',
                title: accountWords.current,
                kind: 'current-password',
                required: true,
              },
              {
                name: 'password',
                title: accountWords.fresh,
                kind: 'new-password',
                required: true,
                hint,
              },
            ],
          },
        }}
        run={async (_act, input) => {
          const body = { current: typed(input, 'current'), password: typed(input, 'password') }
          const { ended } = await change.run({ body })
          void message.success(fill(words.passwordChanged, { n: ended }))
        }}
      />
    </li>
  )
}

function FactorLine({ account }: { account: OwnAccount }) {
  const words = useWords(accountWords)
  const enrolWords = useWords(signInWords)
  const renew = useAct(recoveryCodesDoor, [ownAccountDoor])
  const [enrolling, setEnrolling] = useState(false)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { since, recoveryLeft } = account.secondFactor
  return (
    <li>
      <div>
        <p>{words.factor}</p>
        <p>
          {since
            ? fill(words.factorSince, { at: showInstant(since), n: recoveryLeft })
            : words.factorNone}
        </p>
      </div>
      {since ? (
        <ActBar
          layout="row"
          main=""
          acts={[ownAct('codes', accountWords.renewCodes)]}
          forms={{
            codes: {
              text: words.renewCodesHint,
              controls: secretControls,
              fields: [
                {
                  name: 'current',
                  title: accountWords.current,
                  kind: 'current-password',
                  required: true,
                },
              ],
            },
          }}
          run={async (_act, input) => {
            const made = await renew.run({ body: { current: typed(input, 'current') } })
            setCodes(made.recoveryCodes)
          }}
        />
      ) : (
        <Button onClick={() => setEnrolling(true)}>{words.factorAdd}</Button>
      )}
      <Modal
        open={enrolling || codes !== null}
        title={codes ? enrolWords.codesTitle : enrolWords.enrolTitle}
        footer={null}
        width={460}
        mask={{ closable: false }}
        closable={codes === null}
        onCancel={() => setEnrolling(false)}
        destroyOnHidden
      >
        {codes ? (
          <>
            <p className="bare-lead">{enrolWords.codesLead}</p>
            <CodeSheet codes={codes} done={() => setCodes(null)} />
          </>
        ) : (
          enrolling && (
            <Enrol
              done={(made) => {
                setEnrolling(false)
                setCodes(made)
              }}
            />
          )
        )}
      </Modal>
    </li>
  )
}
