/** As much of Node's declarations as the client for Node needs. */
declare module "node:events" {
  export class EventEmitter {
    on(name: string | symbol, listener: (...values: any[]) => void): this;
    once(name: string | symbol, listener: (...values: any[]) => void): this;
    off(name: string | symbol, listener: (...values: any[]) => void): this;
    removeAllListeners(name?: string | symbol): this;
    emit(name: string | symbol, ...values: any[]): boolean;
    listenerCount(name: string | symbol): number;
    rawListeners(name: string | symbol): Function[];
  }
}
