import { demoPassword, demoPeople } from '#frame/people/sign-in/demo.ts'
import { foundingLink } from '#frame/people/found-administrator.ts'
import type { House } from '#frame/house.ts'

/** Prints where the house answers and how to come in. In: milliseconds since the start. */
export async function greet(house: House, ms: number): Promise<void> {
  const { publicUrl, demo } = house.config
  console.log(`\n联管已就绪（${(ms / 1000).toFixed(1)} 秒）：${publicUrl}`)
  if (!demo) {
    const link = await foundingLink(house)
    if (link)
      console.log(`\n尚无管理员。请在 24 小时内用这个一次性链接设立第一位管理员：\n  ${link}`)
    return
  }
  const people = (await demoPeople(house)) ?? []
  console.log(`\n演示账号（密码均为 ${demoPassword}，登录页可一键填写验证码）：`)
  for (const person of people)
    console.log(`  ${person.login.padEnd(16)}${person.hint.zh}　${person.name}`)
  console.log('\n数据均为虚构。按 Ctrl-C 停止。')
}
