import { lifecycle, moveOf } from '#frame/kernel/lifecycle.ts'
import { administratorRoles, roleCodes, type Role } from '#frame/people/roles.ts'

/** Everybody who works on cases; which slots are open to whom, the slot's own room says. */
export const caseRoles: readonly Role[] = roleCodes.filter(
  (role) => !administratorRoles.some((admin) => admin === role),
)

/** Those and whoever holds the key of a request for an account: he has none yet to bring a document with. */
export const fileRoles: readonly Role[] = [...caseRoles, 'key-holder']

/** The life of one version of an uploaded document. */
export const fileLife = lifecycle({
  subject: 'file',
  title: { zh: '上传的文件', en: 'Uploaded file' },
  statuses: {
    current: { zh: '现用', en: 'Current' },
    replaced: { zh: '已有新版', en: 'Replaced', end: true },
    removed: { zh: '已移除', en: 'Removed', end: true },
  },
  moves: [
    {
      act: 'file.attach',
      title: { zh: '上传文件', en: 'Upload a file' },
      from: null,
      to: ['current'],
      who: fileRoles,
      duties: ['S2-160', 'S2-161'],
    },
    {
      act: 'file.remove',
      title: { zh: '移除文件', en: 'Remove a file' },
      from: ['current'],
      to: ['removed'],
      who: fileRoles,
      duties: [],
    },
    {
      // by the system alone, when a scan finds something afterwards
      act: 'file.reject',
      title: { zh: '清除有毒文件', en: 'Take an infected file out' },
      from: ['current', 'replaced'],
      to: ['removed'],
      who: [],
      duties: [],
    },
  ],
})

/** The row of the table for an act of this part. */
export const fileMove = (name: string) => moveOf(fileLife, name)
