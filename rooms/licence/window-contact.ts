import { z } from 'zod'
import type { SettingLookup } from '#frame/catalogue/setting.ts'

/** S2-049 where and when the window can be asked. */
export const windowView = z.object({
  address: z.string(),
  phone: z.string(),
  /** 1 = Monday. */
  weekdays: z.array(z.number().int()),
  from: z.string(),
  to: z.string(),
})

/** S2-049 address, telephone and hours of the window, as the settings of the day have them. */
export function windowOf(settings: SettingLookup): z.input<typeof windowView> {
  return {
    address: settings('papers.window-address'),
    phone: settings('papers.window-phone'),
    weekdays: settings('registration.window-weekdays'),
    from: settings('registration.window-from'),
    to: settings('registration.window-to'),
  }
}
