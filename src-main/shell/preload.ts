import { contextBridge, ipcRenderer } from 'electron'
import { bridgeChannels, bridgeName, type DeskBridge } from '../../shared/core/bridge.ts'

/** So much is taken in before the host is told: it only needs to know that somebody still reads. */
const tellAfter = 256 * 1024

const taken = new Map<number, number>()
const { call, events, taken: takenChannel, beginUpload, sendChunk, finishUpload, abortUpload, save, print } = bridgeChannels

function take(line: number, frame: string | null): void {
  if (frame === null) return void taken.delete(line)
  const amount = (taken.get(line) ?? 0) + frame.length
  taken.set(line, amount < tellAfter ? amount : 0)
  if (amount >= tellAfter) ipcRenderer.send(takenChannel, line, amount)
}

const bridge: DeskBridge = {
  call: (line, frame) => ipcRenderer.send(call, line, frame),
  onEvents(listener) {
    const hear = (_event: unknown, line: number, frame: string | null) => {
      listener(line, frame)
      take(line, frame)
    }
    ipcRenderer.on(events, hear)
    return () => ipcRenderer.off(events, hear)
  },
  files: {
    beginUpload: start => ipcRenderer.invoke(beginUpload, start),
    sendChunk: (upload, bytes) => ipcRenderer.invoke(sendChunk, upload, bytes),
    finishUpload: upload => ipcRenderer.invoke(finishUpload, upload),
    abortUpload: upload => ipcRenderer.send(abortUpload, upload),
    save: file => ipcRenderer.invoke(save, file),
    print: file => ipcRenderer.invoke(print, file),
  },
}

contextBridge.exposeInMainWorld(bridgeName, Object.freeze({ ...bridge, files: Object.freeze(bridge.files) }))
