import { state } from 'lit/decorators.js';
import type { Problem } from '../api';
import { step } from '../steps';
import { PageElement } from './element';

/** A page whose choices stand in its address as parameters of the API, so that any question the API takes can be linked to. */
export abstract class ReportPage extends PageElement {
  @state() protected params = new URLSearchParams(location.search);
  @state() protected problem?: Problem;
  @state() protected isLoading = false;

  private request?: AbortController;
  private readonly onBack = () => void this.showAddress();

  /** Asks for what `params` choose and shows it; answers what went wrong. */
  protected abstract load(signal: AbortSignal): Promise<Problem | undefined>;

  /** The title of the page shown. */
  protected abstract heading(): string;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.onBack);
    void this.showAddress();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.onBack);
    this.request?.abort();
  }

  /** `list` is what chose the address, when that was a list of choices. */
  protected go(address: string, list?: EventTarget | null): void {
    step(address, list);
    dispatchEvent(new Event('kt-navigated'));
    void this.showAddress();
  }

  protected readonly showAddress = async (): Promise<void> => {
    this.params = new URLSearchParams(location.search);
    document.title = `${this.heading()} – kiertoon`;
    this.request?.abort();
    const request = new AbortController();
    this.request = request;
    this.isLoading = true;
    const problem = await this.load(request.signal);
    if (request.signal.aborted) return;
    this.problem = problem;
    this.isLoading = false;
  };
}
