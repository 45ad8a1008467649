import { Button, Modal } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { shellWords } from '#shell/labels.ts'
import { useWords } from '#shell/language.tsx'
import { whoAmI, type Me } from '#shell/me.ts'
import { guardSession, onSessionChange } from '#shell/session.ts'

type Resolve = (renewed: boolean) => void

/**
 * The dialog that stands over a page when the session has ended. Signing in happens in another window,
 * with everything the sign-in page offers; coming back, the calls that waited go on.
 */
export function SessionGate({ me }: { me: Me }) {
  const words = useWords(shellWords)
  const [waiting, setWaiting] = useState<{ resolve: Resolve } | null>(null)
  const [trouble, setTrouble] = useState<'not' | 'other' | null>(null)

  useEffect(
    () => guardSession(() => new Promise<boolean>((resolve) => setWaiting({ resolve }))),
    [],
  )

  const look = useCallback(
    async (say: boolean) => {
      if (!waiting) return
      const now = await whoAmI().catch(() => null)
      if (now?.accountId === me.accountId) {
        waiting.resolve(true)
        setWaiting(null)
        setTrouble(null)
      } else if (now) setTrouble('other')
      else if (say) setTrouble('not')
    },
    [waiting, me.accountId],
  )

  useEffect(() => {
    if (!waiting) return undefined
    const seen = () => void look(false)
    const forget = onSessionChange(seen)
    window.addEventListener('focus', seen)
    return () => {
      forget()
      window.removeEventListener('focus', seen)
    }
  }, [waiting, look])

  function stay() {
    waiting?.resolve(false)
    setWaiting(null)
    setTrouble(null)
  }

  return (
    <Modal
      open={waiting !== null}
      title={words.expiredTitle}
      onCancel={stay}
      width={440}
      mask={{ closable: false }}
      footer={[
        <Button key="stay" type="text" onClick={stay}>
          {words.stay}
        </Button>,
        <Button key="check" onClick={() => void look(true)}>
          {words.expiredCheck}
        </Button>,
        <Button key="open" type="primary" href="/sign-in" target="_blank">
          {words.expiredOpen}
        </Button>,
      ]}
    >
      <p>{words.expiredText}</p>
      <output style={{ display: 'block', color: 'var(--danger)', minHeight: 22 }}>
        {trouble === 'not' && words.expiredNot}
        {trouble === 'other' && words.expiredOther}
      </output>
    </Modal>
  )
}
