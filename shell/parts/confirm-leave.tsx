import { useBlocker } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useWords } from '#shell/language.tsx'

const leaveWords = {
  title: { zh: '还有内容没有保存', en: 'Something is not saved' },
  text: {
    zh: '现在离开，没有保存的内容会丢失。',
    en: 'If you leave now, what is not saved will be lost.',
  },
  stay: { zh: '留在这一页', en: 'Stay' },
  leave: { zh: '不保存，离开', en: 'Leave' },
} as const

/**
 * Asks before a page with unsaved content is left, by a link or by closing the window. In: `unsaved`.
 * `save`, when given, is tried first and silently: only its failure asks.
 */
export function ConfirmLeave(props: { unsaved: boolean; save?: () => Promise<boolean> }) {
  const words = useWords(leaveWords)
  const blocker = useBlocker({
    shouldBlockFn: async () => {
      if (!props.unsaved) return false
      return props.save ? !(await props.save()) : true
    },
    enableBeforeUnload: () => props.unsaved,
    withResolver: true,
  })
  const blocked = blocker.status === 'blocked'
  return (
    <Modal
      open={blocked}
      title={words.title}
      width={420}
      onCancel={() => blocker.reset?.()}
      footer={[
        <Button key="leave" danger onClick={() => blocker.proceed?.()}>
          {words.leave}
        </Button>,
        <Button key="stay" type="primary" onClick={() => blocker.reset?.()}>
          {words.stay}
        </Button>,
      ]}
    >
      <p>{words.text}</p>
    </Modal>
  )
}
