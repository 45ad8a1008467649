import { Input } from 'antd'
import type { Control } from '#shell/parts/form-field.ts'

const secretControl =
  (keep: 'current-password' | 'new-password'): Control =>
  // oxlint-disable-next-line react/display-name -- a control is called, not mounted by name
  ({ id, value, change, bad, describedBy }) => (
    <Input.Password
      id={id}
      autoComplete={keep}
      status={bad ? 'error' : ''}
      aria-invalid={bad}
      aria-describedby={describedBy}
      value={typeof value === 'string' ? value : ''}
      onChange={(e) => change(e.target.value || undefined)}
    />
  )

/** Boxes for passwords, by the kind of field. */
export const secretControls: Readonly<Record<string, Control>> = {
  'current-password': secretControl('current-password'),
  'new-password': secretControl('new-password'),
}
