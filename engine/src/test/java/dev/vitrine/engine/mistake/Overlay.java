package dev.vitrine.engine.mistake;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/** A folder that lies over the engine's classes: what is in it stands in for theirs. Nothing of the engine is changed. */
final class Overlay {
    private final Path folder;

    Overlay(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Puts a mistake in; a Java source is compiled. */
    void plant(Mistake mistake) throws IOException {
        Path file = folder.resolve(mistake.resource());
        Files.createDirectories(file.getParent());
        Files.writeString(file, mistake.text());
        if (mistake.file().endsWith(".java")) {
            compile(file);
        }
    }

    private void compile(Path source) {
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-implicit:none",
                        "-nowarn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        if (exit != 0) {
            throw new AssertionError(source.getFileName() + " with the mistake in it does not compile");
        }
    }

    /**
     * What a check of a test class says first when it runs over this overlay; empty if it finds nothing wrong.
     *
     * @param test the class, which makes itself without arguments
     * @param check a method that gives dynamic tests, or is one test
     */
    Optional<String> refusal(String test, String check) throws Exception {
        try (URLClassLoader engine = new EngineLoader(urls(), Overlay.class.getClassLoader())) {
            Class<?> type = engine.loadClass(test);
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Method method = method(type, check);
            method.setAccessible(true);
            try {
                Object given = method.invoke(constructor.newInstance());
                if (given instanceof Stream<?> nodes) {
                    runUntilOneFails(nodes);
                }
                return Optional.empty();
            } catch (InvocationTargetException e) {
                return Optional.of(String.valueOf(e.getCause()));
            } catch (Throwable e) {
                return Optional.of(e instanceof AssertionError ? String.valueOf(e.getMessage()) : e.toString());
            }
        }
    }

    private static Method method(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.getName().equals(name)) {
                    return method;
                }
            }
        }
        throw new AssertionError(type.getName() + " has no check " + name);
    }

    private static void runUntilOneFails(Stream<?> nodes) throws Throwable {
        for (Iterator<?> all = nodes.iterator(); all.hasNext(); ) {
            Object node = all.next();
            if (node instanceof DynamicContainer container) {
                runUntilOneFails(container.getChildren());
            } else if (node instanceof DynamicTest test) {
                test.getExecutable().execute();
            }
        }
    }

    private URL[] urls() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(folder.toUri().toURL());
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(path).toUri().toURL());
        }
        return urls.toArray(new URL[0]);
    }

    /** Loads the engine and its tests anew, the overlay first; all libraries are shared. */
    private static final class EngineLoader extends URLClassLoader {
        EngineLoader(URL[] urls, ClassLoader libraries) {
            super(urls, libraries);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.vitrine.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        @Override
        public URL getResource(String name) {
            return name.startsWith("dev/vitrine/") ? findResource(name) : super.getResource(name);
        }
    }
}
