import { BarePage } from '#components/trouble/bare-page.tsx';
import { NothingHere } from '#components/trouble/nothing-here.tsx';

export default function NotFound() {
  return (
    <BarePage>
      <NothingHere />
    </BarePage>
  );
}
