package io.hjx.embedded;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Consumer;

/**
 * A Payara Micro in this program, known by reflection: its classes are loaded anew for each run, and the program need
 * not have them. Confined to the thread that starts and stops it.
 */
final class PayaraMicro implements AutoCloseable {

    private static final String NAME = "hjx";
    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=";

    private final Object runtime;

    private PayaraMicro(Object runtime) {
        this.runtime = runtime;
    }

    /** Starts a server without an application. */
    static PayaraMicro start(PayaraLoader loader, Address address, ApplicationFolder folder) {
        try {
            OpenModules.forPayara(loader.jar());
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> type = loader.loadClass(PayaraLoader.MAIN);
            Object micro = type.getMethod("getInstance").invoke(null);
            type.getMethod("setHttpPort", int.class).invoke(micro, address.port());
            type.getMethod("setRootDir", File.class)
                    .invoke(micro, folder.server().toFile());
            type.getMethod("setNoHazelcast", boolean.class).invoke(micro, true);
            type.getMethod("setPrintLogo", boolean.class).invoke(micro, false);
            Consumer<Object> listener = commands -> listenAt(commands, address);
            type.getMethod("setPreBootHandler", Consumer.class).invoke(micro, listener);
            return new PayaraMicro(type.getMethod("bootStrap").invoke(micro));
        } catch (ReflectiveOperationException failure) {
            throw failed("Payara Micro does not start", failure);
        }
    }

    private static void listenAt(Object commands, Address address) {
        try {
            call(commands, "run", "set", new String[] {LISTENER + address.host().getHostAddress()});
        } catch (ReflectiveOperationException failure) {
            throw failed("Payara Micro does not take the address", failure);
        }
    }

    /** Deploys the application, at the root; whether it has started, the application says itself. */
    void deploy(File war) {
        try {
            call(runtime, "deploy", NAME, "/", war);
        } catch (ReflectiveOperationException failure) {
            throw failed("The application cannot be deployed", failure);
        }
    }

    /** Undeploys the application and ends the server. */
    @Override
    public void close() {
        try {
            call(runtime, "undeploy", NAME);
            call(runtime, "shutdown");
        } catch (ReflectiveOperationException failure) {
            throw failed("Payara Micro does not end", failure);
        }
    }

    private static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        for (var method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && accepts(method.getParameterTypes(), arguments)) {
                method.setAccessible(true);
                return method.invoke(target, arguments);
            }
        }
        throw new NoSuchMethodException(target.getClass().getName() + "." + name);
    }

    private static boolean accepts(Class<?>[] types, Object[] arguments) {
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static IllegalStateException failed(String what, Exception failure) {
        Throwable cause = failure instanceof InvocationTargetException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return new IllegalStateException(what + ": " + cause.getMessage(), cause);
    }
}
