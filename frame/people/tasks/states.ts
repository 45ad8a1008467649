import { lifecycle, moveOf } from '#frame/kernel/lifecycle.ts'

/** Who works on something; it can be handed to a colleague. */
export const taskLife = lifecycle({
  subject: 'task',
  title: { zh: '经办', en: 'Task' },
  statuses: { held: { zh: '经办中', en: 'Held' } },
  moves: [
    {
      act: 'task.hand-over',
      title: { zh: '转交同事', en: 'Hand over' },
      from: ['held'],
      to: ['held'],
      who: ['self', 'customs-leader', 'office-director', 'agency-liaison'],
      duties: [],
    },
  ],
})

/** The one act on a task: whoever has it in hand gives it to a colleague, or his head does. */
export const handOverMove = moveOf(taskLife, 'task.hand-over')
