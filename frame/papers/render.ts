import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fontsOf, type Fonts } from './fonts.ts'
import { explainComplaint, RenderProblem } from './render-problem.ts'
import type { Order } from './render-process.ts'
import type { SetPaper, Sheet } from './typesetter.ts'

/** Sets papers outside the house's own process, one at a time. */
export interface Renderer {
  /**
   * Sets one paper. In: template (absolute path) and data. Out: PDF/A-3b.
   * Errors: {@link RenderProblem}; the renderer itself stays usable after every one.
   */
  render(sheet: Sheet): Promise<SetPaper>
  /** Lets the process go; a paper being set is given up. */
  stop(): Promise<void>
}

type Answer =
  | { kind: 'ready' }
  | { kind: 'done'; id: number; paper: SetPaper }
  | { kind: 'failed'; id: number; complaint: string }

/** Root of the product: templates import the shared layout from it as /frame/papers/layout.typ. */
export const paperWorkspace = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/**
 * Opens a renderer; its process starts with the first paper and again after a crash, a time-out or a
 * change of fonts. A process and not a worker thread, because `Worker.terminate` waits for native code
 * (measured: 12 s for a long layout) and a fault in native code would take the whole house with it.
 * In: the folder for added fonts; the most milliseconds one paper may take.
 */
export function openRenderer(fontFolder: string, limitMs = 20_000): Renderer {
  let press: Press | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let stopped = false

  async function setOne(sheet: Sheet): Promise<SetPaper> {
    if (stopped) throw new RenderProblem('crashed', '系统正在停止，文书将在重新启动后生成。')
    const fonts = await fontsOf(fontFolder)
    if (press && (press.dead() || press.mark !== fonts.mark)) {
      press.kill()
      press = null
    }
    press ??= openPress(fonts, limitMs)
    const used = press
    try {
      return await used.set(sheet)
    } catch (error) {
      if (error instanceof RenderProblem) throw error
      throw explainComplaint((error as Error).message, sheet.data, fontFolder)
    }
  }

  return {
    render(sheet) {
      const turn = queue.then(() => setOne(sheet))
      queue = turn.catch(() => {})
      return turn
    },
    async stop() {
      stopped = true
      press?.kill()
      await queue
    },
  }
}

interface Press {
  mark: string
  set(sheet: Sheet): Promise<SetPaper>
  dead(): boolean
  kill(): void
}

function openPress(fonts: Fonts, limitMs: number): Press {
  const child: ChildProcess = fork(new URL('./render-process.ts', import.meta.url), [], {
    serialization: 'advanced',
    execArgv: [],
    env: { PATH: process.env['PATH'] ?? '' },
  })
  let ended: RenderProblem | null = null
  let waiting: { resolve(p: SetPaper): void; reject(e: Error): void } | null = null
  let next = 1

  const fail = (error: Error) => {
    waiting?.reject(error)
    waiting = null
  }
  const end = (problem: RenderProblem) => {
    ended ??= problem
    fail(ended)
    child.kill('SIGKILL')
  }
  const crash = (how: string) =>
    end(new RenderProblem('crashed', `生成文书的进程意外停止（${how}），已另起进程，请稍后重试。`))
  child.on('exit', (code, signal) => crash(signal ?? `退出码 ${code}`))
  child.on('error', (error) => crash(error.message))
  child.on('message', (answer: Answer) => {
    if (answer.kind === 'ready') return
    const mine = waiting
    waiting = null
    if (answer.kind === 'done')
      mine?.resolve({ ...answer.paper, pdf: Buffer.from(answer.paper.pdf) })
    else mine?.reject(new Error(answer.complaint))
  })
  const send = (order: Order) => {
    child.send(order, (error) => error && crash(error.message))
  }
  // an idle press keeps no process alive; while a paper is in it, it does
  const hold = (busy: boolean) => {
    for (const handle of [child, child.channel]) {
      if (busy) handle?.ref()
      else handle?.unref()
    }
  }
  send({ kind: 'open', workspace: paperWorkspace, fonts })
  hold(false)

  return {
    mark: fonts.mark,
    dead: () => ended !== null,
    kill: () => crash('已停止'),
    set(sheet) {
      if (ended) return Promise.reject(ended)
      return new Promise<SetPaper>((resolve, reject) => {
        const timer = setTimeout(
          () =>
            end(
              new RenderProblem(
                'too-slow',
                `生成文书超过 ${limitMs / 1000} 秒仍未完成，已中止。请检查内容是否异常地长，再重试。`,
              ),
            ),
          limitMs,
        )
        const settle = () => {
          clearTimeout(timer)
          hold(false)
        }
        waiting = {
          resolve: (paper) => (settle(), resolve(paper)),
          reject: (error) => (settle(), reject(error)),
        }
        hold(true)
        send({ kind: 'set', id: next++, sheet })
      })
    },
  }
}
