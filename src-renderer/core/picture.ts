import { longestPreview } from '../../shared/attachments/contract.ts'

const longestSide = 960
const quality = 0.75

/** A small JPEG of a photo, as base64; nothing for what is no picture, or one that this browser cannot draw. */
export async function previewOf(file: File): Promise<string | undefined> {
  if (!file.type.startsWith('image/')) return undefined
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)))
    const paper = canvas.getContext('2d')!
    // What is transparent would turn black.
    paper.fillStyle = '#ffffff'
    paper.fillRect(0, 0, canvas.width, canvas.height)
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const base64 = toBase64(await (await canvas.convertToBlob({ type: 'image/jpeg', quality })).arrayBuffer())
    return base64.length <= longestPreview ? base64 : undefined
  } catch {
    return undefined
  }
}

function toBase64(buffer: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join(''))
}
