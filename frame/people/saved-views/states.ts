import { lifecycle } from '#frame/kernel/lifecycle.ts'

/** A register under a name, as one person wants to find it again. */
export const savedViewLife = lifecycle({
  subject: 'saved-view',
  title: { zh: '保存的视图', en: 'Saved views' },
  statuses: {
    kept: { zh: '已保存', en: 'Kept' },
    dropped: { zh: '已删除', en: 'Deleted', end: true },
  },
  moves: [
    {
      act: 'saved-view.keep',
      title: { zh: '保存视图', en: 'Save this view' },
      from: null,
      to: ['kept'],
      who: ['self'],
      duties: [],
    },
    {
      act: 'saved-view.drop',
      title: { zh: '删除视图', en: 'Delete a view' },
      from: ['kept'],
      to: ['dropped'],
      who: ['self'],
      duties: [],
    },
  ],
})
