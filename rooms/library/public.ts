// What other rooms may call: their pages take articles over and bring their own through these doors.
export { addDoor, articlesDoor } from './doors.ts'
export { mostAtOnce, type ArticleForm } from './forms.ts'
export { labelCodes, labelWords } from './label-says.ts'
// whether an address may stand as a link
export { isSafePage } from './safe-page.ts'
export type { ArticleRow } from './views.ts'
