import type { House } from '#frame/house.ts'

/**
 * A house is a demonstration or a real one, for good. Demonstration accounts have a password that everybody
 * knows and second factors that anybody can compute; a demonstration shows its outbox, sign-in links
 * included, to everybody. In: the house, migrated. Errors: one sentence saying how to start instead.
 */
export async function refuseOtherKind({ db, config }: House): Promise<void> {
  const [invented, account] = [
    await db.selectFrom('demo_person').select('account_id').limit(1).executeTakeFirst(),
    await db.selectFrom('account').select('id').limit(1).executeTakeFirst(),
  ]
  if (!config.demo && invented)
    throw new Error(
      '这里是演示数据，演示账号的密码人人知道，不能作为正式系统启动。请为正式系统换一个空的 DATA_DIR 或数据库。',
    )
  if (config.demo && account && !invented)
    throw new Error(
      '这里是正式数据，而演示方式会公开发件箱和其中的登录链接。请加上 NODE_ENV=production 启动；只想试用的，请换一个空的 DATA_DIR 或数据库。',
    )
}
