// What other rooms may call.
export { accountForm, type AccountForm } from './account-form.ts'
