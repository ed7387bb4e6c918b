import { BarePage } from '#components/error-page/bare-page.tsx';
import { NothingHere } from '#components/error-page/nothing-here.tsx';

export default function NotFound() {
  return (
    <BarePage>
      <NothingHere />
    </BarePage>
  );
}
