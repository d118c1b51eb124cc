import { create } from 'zustand'
import { useSession } from './session.ts'

/** `ok` and `wrong` answer a scan or an entry; `notice` is news; the alarm repeats until somebody acknowledges it. */
export type Sound = 'notice' | 'alarm' | 'ok' | 'wrong'
interface Tone { readonly frequency: number; readonly at: number; readonly seconds: number; readonly shape: OscillatorType; readonly loudness: number }

const tones: Readonly<Record<Sound, readonly Tone[]>> = {
  ok: [{ frequency: 1320, at: 0, seconds: 0.09, shape: 'sine', loudness: 0.35 }],
  wrong: [
    { frequency: 220, at: 0, seconds: 0.16, shape: 'square', loudness: 0.22 },
    { frequency: 165, at: 0.18, seconds: 0.26, shape: 'square', loudness: 0.22 },
  ],
  notice: [
    { frequency: 660, at: 0, seconds: 0.14, shape: 'sine', loudness: 0.3 },
    { frequency: 880, at: 0.13, seconds: 0.24, shape: 'sine', loudness: 0.3 },
  ],
  alarm: [0, 0.24, 0.48].map(at => ({ frequency: at === 0.24 ? 740 : 988, at, seconds: 0.2, shape: 'triangle' as const, loudness: 0.6 })),
}
const alarmEvery = 2_500
const keys = { muted: 'lantai.muted', volume: 'lantai.volume' }
/** In percent; at this volume the tones have the loudness given above. */
const usualVolume = 70
/** An alarm that somebody practises with must not call the whole hall together. */
const quieterInTraining = 0.4

export interface SoundState {
  readonly isMuted: boolean
  readonly isAlarming: boolean
  /** Of this desk, 0 to 100. */
  readonly volume: number
}
export const useSound = create<SoundState>(() => ({ isMuted: localStorage.getItem(keys.muted) === 'yes', isAlarming: false, volume: storedVolume() }))

let audio: AudioContext | undefined
let alarm: ReturnType<typeof setInterval> | undefined

/** A browser plays nothing before the user has touched the page. Returns what stops listening for that. */
export function unlockSounds(): () => void {
  const unlock = () => {
    audio ??= new AudioContext()
    void audio.resume()
    stop()
  }
  const stop = () => {
    removeEventListener('pointerdown', unlock)
    removeEventListener('keydown', unlock)
  }
  addEventListener('pointerdown', unlock)
  addEventListener('keydown', unlock)
  return stop
}

export function play(sound: Sound): void {
  if (!useSound.getState().isMuted) playAnyway(sound)
}

/** To hear how it sounds, also where the sound is off. */
export function playAnyway(sound: Sound): void {
  // A key that was part of a scan has touched the page too, though nobody was told of it.
  if (!audio && navigator.userActivation?.hasBeenActive) audio = new AudioContext()
  if (!audio) return
  for (const tone of tones[sound]) playTone(audio, tone)
}

/** Sounds at once and every few seconds until `stopAlarm`: call that when the alert is acknowledged. */
export function startAlarm(): void {
  if (alarm !== undefined) return
  play('alarm')
  alarm = setInterval(() => play('alarm'), alarmEvery)
  useSound.setState({ isAlarming: true })
}

export function stopAlarm(): void {
  clearInterval(alarm)
  alarm = undefined
  useSound.setState({ isAlarming: false })
}

/** On this desk, until it is switched on again; a muted alarm stays on the screen. */
export function setMuted(isMuted: boolean): void {
  localStorage.setItem(keys.muted, isMuted ? 'yes' : 'no')
  useSound.setState({ isMuted })
}

export function setVolume(volume: number): void {
  localStorage.setItem(keys.volume, String(volume))
  useSound.setState({ volume })
}

function storedVolume(): number {
  const stored = Number(localStorage.getItem(keys.volume) ?? usualVolume)
  return stored >= 0 && stored <= 100 ? stored : usualVolume
}

function playTone(context: AudioContext, { frequency, at, seconds, shape, loudness }: Tone): void {
  const start = context.currentTime + at
  const oscillator = new OscillatorNode(context, { type: shape, frequency })
  const level = loudness * (useSound.getState().volume / usualVolume) * (useSession.getState().isTraining ? quieterInTraining : 1)
  const envelope = new GainNode(context, { gain: 0 })
  // A short rise and a soft end: a switched tone clicks.
  envelope.gain.setValueAtTime(0, start)
  envelope.gain.linearRampToValueAtTime(level, start + 0.01)
  envelope.gain.setValueAtTime(level, start + seconds * 0.6)
  envelope.gain.linearRampToValueAtTime(0, start + seconds)
  oscillator.connect(envelope).connect(context.destination)
  oscillator.start(start)
  oscillator.stop(start + seconds)
}
