import type { Words } from '#frame/kernel/lifecycle.ts'

/** How a decision reaches the applicant (行政许可法 44); the first two are recorded by the system or the window. */
export const deliveryWays = {
  electronic: { zh: '申请人在页面查收', en: 'Opened on the page' },
  handed: { zh: '当面领取', en: 'Handed over' },
  posted: { zh: '邮寄送达', en: 'By post' },
  left: { zh: '留置送达', en: 'Left at the address' },
} as const satisfies Record<string, Words>

export type DeliveryWay = keyof typeof deliveryWays
