import { useWords } from '#shell/language.tsx'
import { isLater, type ActBarProps } from '#shell/parts/act-bar.tsx'
import { useAct } from '#shell/query.ts'
import { fileDoor, giveUpDoor, sendLinkDoor } from '../doors.ts'
import type { OwnView } from '../views.ts'
import { pageWords } from './page-words.ts'

/** What the holder of the key may do, wired to its doors. In: the request, and what to finish before. */
export function useOwnActs(view: OwnView, before?: () => Promise<boolean>): ActBarProps {
  const words = useWords(pageWords)
  const acts = {
    'enrolment.file': useAct(fileDoor),
    'enrolment.give-up': useAct(giveUpDoor),
    'enrolment.send-again': useAct(sendLinkDoor),
  } as const
  return {
    acts: view.acts.filter((a) => !isLater(a)),
    forms: {
      'enrolment.file': {
        text: words.fileText,
      },
      'enrolment.give-up': {
        danger: true,
        text: words.giveUpText,
      },
      'enrolment.send-again': { plain: true },
    },
    async run(name) {
      if (before && !(await before())) return
      await acts[name as keyof typeof acts].run({
        params: { id: view.id },
        body: { version: view.version },
      })
    },
  }
}
