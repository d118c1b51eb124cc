import type { DeskBridge } from '../../shared/core/bridge.ts'
import { uploadOver, print, save } from './bridge-files.ts'
import { callPublicOver, dialBridge } from './bridge-line.ts'
import type { Desk } from './desk.ts'
import { createDeskTransport } from './desk-transport.ts'
import type { Transport } from './transport.ts'

declare global {
  interface Window {
    /** There in a window of the desktop, not in a browser. */
    readonly lantai?: DeskBridge
  }
}

/** A desktop window's way to the host of its own computer: the frames a browser sends, without a network between. */
export function createBridgeTransport({ desk, bridge }: { readonly desk: Desk; readonly bridge: DeskBridge }): Transport {
  const dial = dialBridge(bridge)
  return createDeskTransport(desk, {
    address: undefined,
    dial,
    callPublic: (name, input, options) => callPublicOver(dial, { id: 1, call: name, input, deskId: desk.id }, options),
    upload: (file, token = '', options = {}) => uploadOver(bridge.files, file, token, options),
    download: file => save(bridge.files, file),
    print: file => print(bridge.files, file),
  })
}
