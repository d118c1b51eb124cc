import { EventEmitter } from 'node:events'
import { records } from './records.ts'

type Handler = (request: Request) => Response | Promise<Response>
type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type DeviceHandler = Parameters<Electron.Session['setDevicePermissionHandler']>[0]
type BeforeRequest = (details: Electron.OnBeforeRequestListenerDetails, answer: (response: Electron.CallbackResponse) => void) => void

/** Keeps what was handed to it, so that pages and tests can ask by it. */
export class StandInSession
  extends EventEmitter
  implements Pick<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler'>
{
  requestHandler: RequestHandler = null
  checkHandler: CheckHandler = null
  deviceHandler: DeviceHandler = null
  displayMediaHandler: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0] = null
  beforeRequest: BeforeRequest | null = null
  readonly schemes = new Map<string, Handler>()

  readonly protocol = {
    handle: (scheme: string, handler: Handler) => void this.schemes.set(scheme, handler),
  }
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null) => void (this.beforeRequest = listener),
  }
  setPermissionRequestHandler(handler: RequestHandler): void {
    this.requestHandler = handler
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.checkHandler = handler
  }
  setDevicePermissionHandler(handler: DeviceHandler): void {
    this.deviceHandler = handler
  }
  setDisplayMediaRequestHandler(handler: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0]): void {
    this.displayMediaHandler = handler
  }

  /** As the network stack would: whether the request may be made at all, then who answers it. */
  async request(url: string, method = 'GET'): Promise<Response | 'cancelled' | 'unanswered'> {
    const { cancel = false } = await new Promise<Electron.CallbackResponse>(resolve =>
      this.beforeRequest ? this.beforeRequest({ url, method } as Electron.OnBeforeRequestListenerDetails, resolve) : resolve({}))
    if (cancel) return 'cancelled'
    return (await this.schemes.get(new URL(url).protocol.slice(0, -1))?.(new Request(url, { method }))) ?? 'unanswered'
  }
}

const partitions = new Map<string, StandInSession>()
const defaultSession = new StandInSession()

export const session = {
  defaultSession,
  fromPartition(partition: string): StandInSession {
    const found = partitions.get(partition) ?? new StandInSession()
    partitions.set(partition, found)
    return found
  },
} satisfies Record<keyof Pick<typeof Electron.Session, 'defaultSession' | 'fromPartition'>, unknown>

export const protocol = {
  ...defaultSession.protocol,
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => void records.schemes.push(...schemes),
} satisfies Pick<Electron.Protocol, 'handle' | 'registerSchemesAsPrivileged'>
