import type { HousePart } from '#frame/http/part.ts'
import { libraryRoutes } from './routes.ts'

/** A unit's own library of articles, so that nobody types ingredients twice. */
export const libraryPart: HousePart = { name: 'library', routes: libraryRoutes }
