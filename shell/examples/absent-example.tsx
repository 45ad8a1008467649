import { CallError } from '#shell/call-error.ts'
import { Forbidden, NotFound, PageFault } from '#shell/parts/full-pages.tsx'

/** The full-page errors, one below the other. */
export function AbsentExample() {
  return (
    <>
      <NotFound />
      <Forbidden />
      <PageFault
        error={
          new CallError({
            kind: 'fault',
            status: 500,
            title: '系统出错了',
            detail: '这次没有办成，系统已记录。请稍后再试。',
            requestId: '0d9b1f6e-5a51-4a4e-9c31-7b0e6a9be1c2',
          })
        }
      />
    </>
  )
}
