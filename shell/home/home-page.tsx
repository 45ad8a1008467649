import { PageHead } from '#shell/parts/page-head.tsx'

/** What this is, for everybody. */
export function HomePage() {
  return <PageHead title="联管" />
}
