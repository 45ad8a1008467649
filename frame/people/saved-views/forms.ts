import { z } from 'zod'

/** Which register: the name under which its table keeps a person's choices. */
export const register = z.string().regex(/^[a-z][a-z-]{0,39}$/, '名单的代码应为小写字母。')

/** A view to keep: its name, and what stands behind the ? of the address. */
export const savedViewForm = z.strictObject({
  register,
  name: z.string().trim().min(1, '请给视图起一个名称。').max(40, '名称最多 40 个字。'),
  query: z.string().max(1000, '筛选条件过长，请减少后再保存。'),
})
