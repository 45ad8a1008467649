import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Programs the tests use that come with Debian packages. */
const tools: { program: string; package: string; suites: string }[] = [
  { program: '/usr/bin/chromium', package: 'chromium', suites: '浏览器行走' },
  { program: '/usr/bin/pdftoppm', package: 'poppler-utils', suites: '文书的像素与签名核验' },
  { program: '/usr/bin/qpdf', package: 'qpdf', suites: '文书结构核验' },
  { program: '/usr/sbin/clamd', package: 'clamav-daemon', suites: '上传查毒' },
  {
    program: '/usr/lib/postgresql/15/bin/postgres',
    package: 'postgresql-15',
    suites: '房间（PostgreSQL 15）',
  },
]

/**
 * Finds or installs what the tests need. Where it cannot, names each suite that will be left out and the
 * package that brings it; with CI set that ends the run.
 */
export function ensureDebianTools(): void {
  const missing = tools.filter((t) => !existsSync(t.program))
  if (missing.length === 0) return
  install(missing.map((t) => t.package))
  const still = missing.filter((t) => !existsSync(t.program))
  for (const tool of still)
    console.log(
      `! 没有 ${tool.program}，略过：${tool.suites}。安装 Debian 软件包 ${tool.package} 后即可运行。`,
    )
  if (still.length > 0 && process.env['CI']) {
    console.error('✗ CI 中不允许略过测试。')
    process.exit(1)
  }
}

function install(packages: string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`· 正在安装测试用的 Debian 软件包：${packages.join(' ')} ……`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] }
  spawnSync('apt-get', ['-qq', 'update'], quiet)
  // No service is wanted, only the programs.
  spawnSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...packages], quiet)
}
