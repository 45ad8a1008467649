import type { HousePart } from '#frame/http/part.ts'

/** Every part of the house in the order it is filled and started. A new room adds its line here. */
export const houseParts: readonly HousePart[] = []
