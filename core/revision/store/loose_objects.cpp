// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/loose_objects.h"

#include "core/base/durable_file.h"
#include "core/revision/store/snapshot.h"

#include <QByteArray>

#include <cstring>
#include <git2/sys/odb_backend.h>
#include <memory>
#include <zlib.h>

namespace mediahelm::revision {

namespace {

constexpr int before = 10; // libgit2's own loose objects have 1, packs 2
constexpr qsizetype longestHeader = 32;
constexpr qint64 largestObject = Snapshot::largestTotal;

struct Backend {
    git_odb_backend base; // first: libgit2 knows the whole by it
    QString folder;
};

// An object as it is stored, inflated: "TYPE SIZE", NUL, content.
struct Object {
    git_object_t type = GIT_OBJECT_INVALID;
    QByteArray content;
};

int fail(git_error_t family, const char *words)
{
    git_error_set_str(family, words);
    return GIT_ERROR;
}

// The inflater of one object, which must end just where its input does.
class Inflater
{
public:
    explicit Inflater(const QByteArray &input)
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.constData())); // only read
        m_stream.avail_in = uInt(input.size());
        m_ready = inflateInit(&m_stream) == Z_OK;
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;
    ~Inflater()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }

    // At most `size` further bytes; fewer at the end, or where the input is wrong.
    QByteArray next(qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        m_stream.next_out = reinterpret_cast<Bytef *>(bytes.data());
        m_stream.avail_out = uInt(size);
        m_result = m_ready ? inflate(&m_stream, Z_SYNC_FLUSH) : Z_MEM_ERROR;
        bytes.truncate(size - qsizetype(m_stream.avail_out));
        return bytes;
    }
    bool ended() const { return m_result == Z_STREAM_END && m_stream.avail_in == 0; }

private:
    z_stream m_stream{};
    bool m_ready = false;
    int m_result = Z_OK;
};

int parse(const QByteArray &file, Object &object)
{
    Inflater inflater(file);
    QByteArray start = inflater.next(longestHeader);
    const qsizetype blank = start.indexOf(' ');
    const qsizetype end = start.indexOf('\0');
    bool numeric = false;
    const qint64 size = start.mid(blank + 1, end - blank - 1).toLongLong(&numeric);
    object.type = git_object_string2type(start.left(blank).constData());
    if (blank < 0 || end < blank || !numeric || size < 0 || size > largestObject || object.type == GIT_OBJECT_INVALID)
        return fail(GIT_ERROR_ODB, "a loose object has no header");
    const qsizetype missing = size - (start.size() - end - 1);
    if (missing < 0)
        return fail(GIT_ERROR_ODB, "a loose object is too long");
    // One byte more than there ought to be: to see the stream's end, and what is too much.
    object.content = start.mid(end + 1) + inflater.next(missing + 1);
    if (object.content.size() != size || !inflater.ended())
        return fail(GIT_ERROR_ODB, "a loose object is cut or too long");
    return GIT_OK;
}

int readObject(git_odb_backend *raw, const git_oid *id, Object &object)
{
    char hex[41] = {};
    git_oid_fmt(hex, id);
    const auto *backend = reinterpret_cast<Backend *>(raw);
    const QString name = QString::fromLatin1(hex);
    const auto file = base::readBounded(backend->folder + u'/' + name.left(2) + u'/' + name.mid(2), largestObject);
    if (file.ok())
        return parse(*file, object);
    if (file.error().kind == base::ErrorKind::notFound)
        return GIT_ENOTFOUND;
    return fail(file.error().kind == base::ErrorKind::invalid ? GIT_ERROR_ODB : GIT_ERROR_OS,
                file.error().message.toUtf8().constData());
}

int read(void **data, std::size_t *size, git_object_t *type, git_odb_backend *raw, const git_oid *id)
{
    Object object;
    if (const int code = readObject(raw, id, object); code < 0)
        return code;
    *size = std::size_t(object.content.size());
    *type = object.type;
    *data = git_odb_backend_data_alloc(raw, *size + 1);
    if (!*data)
        return GIT_ERROR;
    std::memcpy(*data, object.content.constData(), *size + 1); // with the NUL that ends a QByteArray
    return GIT_OK;
}

int readHeader(std::size_t *size, git_object_t *type, git_odb_backend *raw, const git_oid *id)
{
    Object object;
    const int code = readObject(raw, id, object);
    *size = std::size_t(object.content.size());
    *type = object.type;
    return code;
}

} // namespace

int readLooseObjectsCarefully(git_odb *database, const QString &objectsFolder)
{
    auto backend = std::make_unique<Backend>();
    backend->folder = objectsFolder;
    if (const int code = git_odb_init_backend(&backend->base, GIT_ODB_BACKEND_VERSION); code < 0)
        return code;
    backend->base.read = read;
    backend->base.read_header = readHeader;
    backend->base.free = [](git_odb_backend *raw) { delete reinterpret_cast<Backend *>(raw); };
    const int code = git_odb_add_backend(database, &backend->base, before);
    if (code >= 0)
        (void)backend.release();
    return code;
}

} // namespace mediahelm::revision
