import { type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox, TextField } from '#web/ui/fields.tsx';
import { messages } from '#web/ui/messages.ts';

/** A signature: a flat picture (PNG, base64 without its prefix), or the name of somebody who cannot draw. */
export type Signature = { kind: 'drawn'; png: string } | { kind: 'typed'; name: string };

const width = 640;
const height = 220;

/** A box to sign in with finger, pen or mouse; and for keyboards a typed name with a statement. Only the picture is kept. */
export function SignaturePad(props: {
  label: string;
  value: Signature | undefined;
  onChange: (signature: Signature | undefined) => void;
  error?: string | undefined;
}) {
  const label = useId();
  const [typing, setTyping] = useState(props.value?.kind === 'typed');
  return (
    // biome-ignore lint/a11y/useSemanticElements: two ways to give one answer; a legend would repeat the label
    <div className="field" role="group" aria-labelledby={label}>
      <span className="legend" id={label}>
        {props.label}
      </span>
      {typing ? <TypedSignature {...props} /> : <DrawnSignature {...props} />}
      {props.error ? <span className="field__error">{props.error}</span> : null}
      <label className="check">
        <input
          type="checkbox"
          checked={typing}
          onChange={(event) => {
            setTyping(event.target.checked);
            props.onChange(undefined);
          }}
        />
        <span>{t(messages.signByName)}</span>
      </label>
    </div>
  );
}

function DrawnSignature(props: {
  value: Signature | undefined;
  onChange: (signature: Signature | undefined) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pen = useRef<{ x: number; y: number } | undefined>(undefined);

  function wipe() {
    const paper = canvas.current?.getContext('2d');
    if (!paper) return;
    paper.fillStyle = '#fff';
    paper.fillRect(0, 0, width, height);
  }

  useEffect(wipe, []);

  function at(event: PointerEvent<HTMLCanvasElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    };
  }

  function draw(event: PointerEvent<HTMLCanvasElement>) {
    const paper = canvas.current?.getContext('2d');
    const from = pen.current;
    if (!paper || !from) return;
    const to = at(event);
    paper.lineWidth = 3.5;
    paper.lineCap = 'round';
    paper.strokeStyle = '#111';
    paper.beginPath();
    paper.moveTo(from.x, from.y);
    paper.lineTo(to.x, to.y);
    paper.stroke();
    pen.current = to;
  }

  function lift() {
    if (!pen.current || !canvas.current) return;
    pen.current = undefined;
    const png = canvas.current.toDataURL('image/png').split(',')[1] ?? '';
    props.onChange({ kind: 'drawn', png });
  }

  return (
    <>
      <canvas
        ref={canvas}
        className="signature"
        width={width}
        height={height}
        role="img"
        aria-label={t(messages.sign)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          pen.current = at(event);
          draw(event);
        }}
        onPointerMove={draw}
        onPointerUp={lift}
        onPointerCancel={lift}
      />
      <div className="row row--apart">
        <span className="meta">{t(messages.sign)}</span>
        <Button
          kind="quiet"
          onClick={() => {
            wipe();
            props.onChange(undefined);
          }}
        >
          {t(messages.signAgain)}
        </Button>
      </div>
    </>
  );
}

function TypedSignature(props: { onChange: (signature: Signature | undefined) => void }) {
  const id = useId();
  const [name, setName] = useState('');
  const [agreed, setAgreed] = useState(false);
  function tell(nextName: string, nextAgreed: boolean) {
    const complete = nextAgreed && nextName.trim().length > 1;
    props.onChange(complete ? { kind: 'typed', name: nextName.trim() } : undefined);
  }
  const bound = { touch: () => {}, error: undefined };
  return (
    <>
      <TextField
        label={t(messages.signedName)}
        maxLength={120}
        field={{
          ...bound,
          id: `${id}-name`,
          name: 'signed-name',
          value: name,
          set: (value) => {
            setName(value);
            tell(value, agreed);
          },
        }}
      />
      <Checkbox
        field={{
          ...bound,
          id: `${id}-agreed`,
          name: 'signed-agreed',
          value: agreed,
          set: (value) => {
            setAgreed(value);
            tell(name, value);
          },
        }}
      >
        {t(messages.signConsent)}
      </Checkbox>
    </>
  );
}
