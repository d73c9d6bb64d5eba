package org.geoanomaly.gam.app.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * The user's wish to stop: ^C or a termination request. Work polls it ({@link #getAsBoolean}) between units. The first signal sets it; the
 * second ends the process at once, which is safe because products appear only by an atomic rename.
 */
public final class StopSignal implements BooleanSupplier {
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean listening = new AtomicBoolean();

    /** Whether to stop. */
    @Override
    public boolean getAsBoolean() {
        return stopping.get();
    }

    /** Asks to stop, as ^C does. */
    public void request() {
        stopping.set(true);
    }

    /** From now on ^C sets this signal instead of ending the process. */
    void listen(Runnable onFirst) {
        if (listening.compareAndSet(false, true)) {
            handle("INT", onFirst);
            handle("TERM", onFirst);
        }
    }

    private void received(Runnable onFirst) {
        if (stopping.getAndSet(true)) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
        }
        onFirst.run();
    }

    /** {@code sun.misc.Signal} is the only way to hear a signal twice; it is not in the standard library, hence by name. */
    private void handle(String name, Runnable onFirst) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    StopSignal.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            received(onFirst);
                            return null;
                        }
                        return method.getName().equals("equals")
                                ? (Object) (arguments != null && self == arguments[0])
                                : method.getName().equals("hashCode") ? (Object) 1 : "gam stop signal";
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // This Java has no signals: ^C ends the process, and the next start goes on from the products that are
            // complete.
            return;
        }
    }
}
