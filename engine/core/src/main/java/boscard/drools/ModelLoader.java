package boscard.drools;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;

/** Loads compiled rule files from memory. */
final class ModelLoader extends ClassLoader {

    private final Map<String, byte[]> files;

    ModelLoader(Map<String, byte[]> files) {
        super(ModelLoader.class.getClassLoader());
        this.files = files;
    }

    List<Model> models() {
        var models = new ArrayList<Model>();
        files.forEach((name, content) -> {
            if (name.endsWith("/drools-model")) {
                new String(content, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && line.indexOf(':') < 0) // the first line is a version
                        .sorted()
                        .forEach(className -> models.add(model(className.strip())));
            }
        });
        return models;
    }

    private Model model(String className) {
        try {
            return (Model) loadClass(className).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("The compiled rules have no usable class " + className, broken);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] content = files.get(name.replace('.', '/') + ".class");
        if (content == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, content, 0, content.length);
    }
}
