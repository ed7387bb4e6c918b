import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';

interface SignaturePadProps {
  canvas: RefObject<HTMLCanvasElement | null>;
  onDrawn: () => void;
}

const WIDTH = 640;
const HEIGHT = 240;

/** White paper with black ink in every theme: the picture is also viewed elsewhere. */
export function SignaturePad({ canvas, onDrawn }: SignaturePadProps) {
  const isDown = useRef(false);

  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.strokeStyle = 'black';
    pen.lineWidth = 3;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
  }, [canvas]);

  function at({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): [number, number] {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return [((clientX - left) * WIDTH) / width, ((clientY - top) * HEIGHT) / height];
  }

  return (
    <canvas
      ref={canvas}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label="Sign here"
      className="w-full touch-none rounded-md border bg-white"
      onPointerDown={(event) => {
        isDown.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        const pen = event.currentTarget.getContext('2d');
        pen?.beginPath();
        pen?.moveTo(...at(event));
      }}
      onPointerMove={(event) => {
        if (!isDown.current) return;
        const pen = event.currentTarget.getContext('2d');
        pen?.lineTo(...at(event));
        pen?.stroke();
        onDrawn();
      }}
      onPointerUp={() => {
        isDown.current = false;
      }}
      onPointerCancel={() => {
        isDown.current = false;
      }}
    />
  );
}
