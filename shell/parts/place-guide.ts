import { createContext, use } from 'react'

/** Knows the way to places that are not on the page now: another step of a wizard. */
export interface PlaceGuide {
  leads: (at: string) => boolean
  go: (at: string) => void
}

export const PlaceGuideContext = createContext<PlaceGuide | null>(null)

/** The guide of this page, if it has one. */
export function usePlaceGuide(): PlaceGuide | null {
  return use(PlaceGuideContext)
}
