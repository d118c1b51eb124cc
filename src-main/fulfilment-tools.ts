import { existsSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bulkTargets, clearWhats, sampleStates } from '../shared/fulfilment/bulk.ts'
import { workMenus } from '../shared/fulfilment/menus.ts'
import { assemble, type Host } from './assemble.ts'
import { databaseFile } from './database/data-folder.ts'

const usage = `Usage: npm run fulfilment -- COMMAND --data DIR [options]; no host may be running on the folder
  create-user --username NAME --name TEXT --role Picker|Packer|Driver|Delivery|Billing [--email ADDRESS]
                                    an operational user, whose password an Admin sets
  seed-menus [--clear] --username NAME   gives somebody the menus of picking and deliveries, or takes them
  seed-invoices [--count 20] [--status INVOICED|PICKED|PACKED|DELIVERED | --sessions]   with the work that led to the state; --sessions: to one state after the other
  clear-data --what sessions|invoices --confirm COUNT --reason TEXT   COUNT: how many invoices there are
  bulk-status --from DAY --to DAY --status STATES --target PICKED|PACKED|DELIVERED --reason TEXT [--yes]   without --yes it only says what it would move
  generate-alerts`

type Values = Readonly<Record<string, string | boolean | undefined>>

function needed(values: Values, name: string): string {
  const value = values[name]
  if (typeof value !== 'string' || value.trim() === '') throw new Error(`--${name} is missing`)
  return value
}

function oneOf<const Choice extends string>(values: Values, name: string, choices: readonly Choice[]): Choice {
  const found = choices.find(choice => choice === values[name])
  if (found === undefined) throw new Error(`--${name} is to be one of ${choices.join(', ')}`)
  return found
}

interface Named {
  readonly id: string
  readonly name: string
}

async function userNamed(host: Host, username: string): Promise<string> {
  const { rows } = (await host.system('identity.listUsers', { search: username, pageSize: 50 })) as { rows: { id: string; username: string }[] }
  const user = rows.find(one => one.username === username)
  if (!user) throw new Error(`Nobody is called ${username}`)
  return user.id
}

const commands: Readonly<Record<string, (host: Host, values: Values) => Promise<unknown>>> = {
  async 'create-user'(host, values) {
    const roles = (await host.system('identity.listRoles', {})) as Named[]
    const role = roles.find(({ name }) => name === oneOf(values, 'role', ['Picker', 'Packer', 'Driver', 'Delivery', 'Billing']))
    if (!role) throw new Error('The factory has no such role any more')
    return host.system('identity.createUserRecord', {
      username: needed(values, 'username'),
      fullName: needed(values, 'name'),
      roleId: role.id,
      sectionId: null,
      sectionIds: [],
      canSeeCost: false,
      language: 'id',
      passwordHash: '!',
      mustChangePassword: true,
      ...(values.email !== undefined && { email: values.email }),
    })
  },
  async 'seed-menus'(host, values) {
    const items = (await host.system('identity.listMenuItems', {})) as { id: string; path: string | null }[]
    const ids = items.filter(({ path }) => path !== null && Object.values<string>(workMenus).includes(path)).map(({ id }) => id)
    const [given, taken] = values.clear ? [[], ids] : [ids, []]
    return host.system('identity.changeMenus', {
      holders: { userIds: [await userNamed(host, needed(values, 'username'))] },
      given,
      taken,
      reason: 'seed-menus',
    })
  },
  'seed-invoices': (host, values) =>
    host.system('fulfilment.seedInvoices', {
      count: Number(values.count ?? 20),
      hasSessions: values.sessions === true,
      ...(values.status !== undefined && { status: oneOf(values, 'status', sampleStates) }),
    }),
  'clear-data': (host, values) =>
    host.system('fulfilment.clearInvoices', {
      what: oneOf(values, 'what', clearWhats),
      confirm: Number(needed(values, 'confirm')),
      reason: needed(values, 'reason'),
    }),
  async 'bulk-status'(host, values) {
    const span = {
      fromDay: needed(values, 'from'),
      toDay: needed(values, 'to'),
      status: needed(values, 'status').split(','),
      to: oneOf(values, 'target', bulkTargets),
    }
    const { digest, moves, stays } = (await host.system('fulfilment.previewBulk', span)) as { digest: string; moves: number; stays: number }
    return values.yes ? host.system('fulfilment.changeInvoicesInBulk', { ...span, digest, reason: needed(values, 'reason') }) : { moves, stays }
  },
  'generate-alerts': host => host.system('followUp.generateAlerts', {}),
}

async function run(): Promise<void> {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: text,
      username: text,
      name: text,
      role: text,
      email: text,
      count: text,
      status: text,
      what: text,
      confirm: text,
      reason: text,
      from: text,
      to: text,
      target: text,
      clear: flag,
      sessions: flag,
      yes: flag,
    },
  })
  const command = commands[positionals[0] ?? '']
  if (!command) throw new Error('Say which command')
  const dataFolder = resolve(needed(values, 'data'))
  if (!existsSync(join(dataFolder, databaseFile))) throw new Error(`There is no ${databaseFile} in ${dataFolder}`)
  const host = assemble({
    dataFolder,
    worker: new URL(`./worker${extname(import.meta.url)}`, import.meta.url),
    migrations: new URL('../migrations/', import.meta.url),
    tasks: () => ({}),
  })
  try {
    process.stdout.write(`${JSON.stringify(await command(host, values))}\n`)
  } finally {
    await host.close()
  }
}

try {
  await run()
} catch (error) {
  process.stderr.write(`Nothing was changed: ${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
  process.exitCode = 1
}
