import { yearNotice, type YearNotice } from './year-notice.ts'
import y2023 from '#law/calendar/2023.json' with { type: 'json' }
import y2024 from '#law/calendar/2024.json' with { type: 'json' }
import y2025 from '#law/calendar/2025.json' with { type: 'json' }
import y2026 from '#law/calendar/2026.json' with { type: 'json' }

/**
 * The notices the product brings along (`law/calendar/`). A new year is added here for new houses;
 * a house already running gets it from its administrator.
 */
export const lawNotices: readonly YearNotice[] = [y2023, y2024, y2025, y2026].map((notice) =>
  yearNotice.parse(notice),
)
