import type { Door } from '#frame/http/door.ts'
import type { HousePart } from '#frame/http/part.ts'
import { roleCodes, roles, type Role } from '#frame/people/roles.ts'

const reachWords: Record<(typeof roles)[Role]['scope'], string> = {
  unit: '本单位',
  branch: '本关区',
  agency: '本机构',
  house: '全部',
  invitation: '受邀件',
  self: '本人',
  key: '持链接件',
}

const columns: readonly Role[] = [...roleCodes, 'key-holder']

/** How far a role gets through a door: a word, or a dash. */
export function reachThrough(door: Door, role: Role): string {
  if (door.who === 'public') return '公开'
  if (door.who === 'signed-in') return '本人'
  if (door.who.includes(role)) return reachWords[roles[role].scope]
  return door.who.includes('self') ? '本人' : '—'
}

/**
 * The page docs/permissions.md: every door by every role, as the doors declare it. Roles that get the same
 * everywhere share a column only if they are the same role, so that a reviewer sees each change.
 */
export function permissionsPage(parts: readonly HousePart[]): string {
  const lines = [
    '# 权限表',
    '',
    '由 `checks/permissions.test.ts` 生成，不要手改。每个接口一项权限；格中是该岗位经此接口能及的范围：',
    '“公开”不必登录，“本人”只及自己的东西，“本单位”“本关区”“本机构”“受邀件”只及所属，“全部”及于全部，“—”不能。',
    '“持链接件”：申请人还没有账号，凭密钥链接办理，只及链接所指的那一件。',
    '关区岗位不限定关区时在总部，及于全部（S2-067）。系统、安全、审计管理员看不到办件内容。',
    '',
    `共 ${parts.reduce((n, p) => n + p.routes.length, 0)} 个接口，${roleCodes.length} 个岗位。`,
  ]
  for (const part of parts.filter((p) => p.routes.length > 0)) {
    const doors = part.routes.map((r) => r.door)
    lines.push('', `## ${part.name}`, '')
    const closed = doors.filter((d) => Array.isArray(d.who))
    const open = doors.filter((d) => !Array.isArray(d.who))
    if (open.length > 0) {
      lines.push('| 接口 | 权限 | 谁 |', '| --- | --- | --- |')
      for (const door of open)
        lines.push(
          `| ${address(door)} | ${door.permission} | ${door.who === 'public' ? '公开' : '登录者'} |`,
        )
      lines.push('')
    }
    if (closed.length === 0) continue
    const held = columns.filter((role) => closed.some((d) => reachThrough(d, role) !== '—'))
    lines.push(
      `| 接口 | 权限 | ${held.map((r) => roles[r].zh).join(' | ')} |`,
      `| --- | --- | ${held.map(() => '---').join(' | ')} |`,
    )
    for (const door of closed)
      lines.push(
        `| ${address(door)} | ${door.permission} | ${held.map((r) => reachThrough(door, r)).join(' | ')} |`,
      )
  }
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

const address = ({ method, path, summary }: Door) => `${summary.zh}<br>\`${method} ${path}\``
