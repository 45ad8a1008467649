import { openAct, openRead } from '#frame/http/open.ts'
import { dropJobDoor, jobsDoor, retryJobDoor } from './doors.ts'
import { dropJob } from './drop-job.ts'
import { failedJobs, jobCounts } from './reads.ts'
import { retryJob } from './retry-job.ts'
import { jobLife } from './states.ts'

export const jobRoutes = [
  openRead(jobsDoor, async ({ house }) => ({
    counts: await jobCounts(house.db),
    failed: await failedJobs(house.db),
  })),
  openAct(retryJobDoor, retryJob, jobLife, ({ params }) => params),
  openAct(dropJobDoor, dropJob, jobLife, ({ params }) => params),
]
