// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_configurations.h"

#include "core/base/pending.h"

namespace mediahelm::fakes {

using base::Error;
using base::ErrorKind;
using base::finishedWith;
using base::Result;
using control::FileKind;
using control::FileText;

namespace {

const char *const jellyfin = R"(# Films, series and music, on every screen at home.
services:
  jellyfin:
    image: jellyfin/jellyfin:10.10.7
    container_name: jellyfin
    restart: unless-stoped
    environment:
      TZ: "${TZ:-Etc/UTC}"
      PUID: ${PUID}
    ports:
      - "${JELLYFIN_PORT:-8096}:8096"
    volumes:
      - ${APPDATA_PATH:?}/jellyfin:/config
      - ${MEDIA_PATH}:/media:ro
    devices: [/dev/dri:/dev/dri] # for transcoding
    healthcheck:
      test: ["CMD", "curl", "-fsS", "http://127.0.0.1:8096/health"]
      interval: 30s
      retries: 3
    depends_on:
      - gluetun
)";

model::Diagnostic diagnostic(model::Severity severity, const char *code, const char *file, int line, int column,
                             const char *message)
{
    return {severity,
            QString::fromLatin1(code),
            QString::fromLatin1(file),
            {line, column, column},
            {},
            QString::fromUtf8(message),
            std::nullopt};
}

} // namespace

FakeConfiguration::FakeConfiguration(const QString &folder)
{
    m_facts.folder = folder;
}

void FakeConfiguration::fill()
{
    m_facts.name = QStringLiteral("media");
    m_facts.command = QStringLiteral("docker compose --project-directory . --project-name media --env-file "
                                     "defaults/base.env --env-file local.env -f services/gluetun.yaml -f "
                                     "services/jellyfin.yaml -f services/sonarr.yaml up -d");
    m_facts.secrets = {QStringLiteral("SONARR_API_KEY")};
    addFile(QStringLiteral("mediahelm.yaml"), FileKind::manifest, "name: media\nsecrets:\n  - SONARR_API_KEY\n");
    addFile(QStringLiteral("defaults/base.env"), FileKind::env, "# For all services.\nTZ=Etc/UTC\nPUID=1000\n");
    addFile(QStringLiteral("local.env"), FileKind::env,
            "TZ=Europe/Berlin\nMEDIA_PATH=\"/srv/media\" # the large disk\nAPPDATA_PATH=${BASE:-/srv}/appdata\n");
    addFile(QStringLiteral("services/gluetun.yaml"), FileKind::compose,
            "services:\n  gluetun:\n    image: gluetun:3\n");
    addFile(QStringLiteral("services/jellyfin.yaml"), FileKind::compose, jellyfin);
    addFile(QStringLiteral("services/sonarr.yaml"), FileKind::compose, "services:\n  sonarr:\n    image: sonarr:4\n");
    addFile(QStringLiteral("templates/homepage.yaml"), FileKind::handedOver, "title: Home\n");
    model::Diagnostic restart =
        diagnostic(model::Severity::error, "schema-enum", "services/jellyfin.yaml", 6, 14,
                   "unless-stoped is none of no, always, unless-stopped and on-failure; did you mean unless-stopped?");
    const qsizetype at = QByteArrayView(jellyfin).indexOf("unless-stoped");
    restart.fix = model::DiagnosticFix{QStringLiteral("Write unless-stopped"), {{{at, at + 13}, "unless-stopped"}}};
    const auto variable = [](const char *name, const char *value, const char *file, const char *words) {
        control::WorkspaceVariable one;
        one.name = QString::fromLatin1(name);
        one.value = one.text = QString::fromLatin1(value);
        one.isSet = *file != 0;
        one.isUsed = true;
        if (one.isSet)
            one.origins = {{QString::fromLatin1(file), {1, 1, 1}, one.value}};
        one.documentation = QString::fromLatin1(words);
        return one;
    };
    known = {variable("JELLYFIN_PORT", "", "", ""),
             variable("MEDIA_PATH", "/srv/media", "local.env", "The folder with films, series and music."),
             variable("SONARR_API_KEY", "", "", ""),
             variable("TZ", "Europe/Berlin", "local.env", "The time zone of all services.")};
    known[0].type = control::VariableType::port;
    known[0].fallback = QStringLiteral("8096");
    known[1].type = control::VariableType::path;
    known[2].hidden = true;
    known[3].type = control::VariableType::timeZone;
    known[3].fallback = QStringLiteral("Etc/UTC");
    known[0].hasFallback = known[3].hasFallback = true;
    knownSecrets.listed = {{QStringLiteral("SONARR_API_KEY"),
                            QStringLiteral("Key of the API, for the programs that talk to it."),
                            {{QStringLiteral("services/sonarr.yaml"), {12, 18}}},
                            false,
                            {true, 32}},
                           {QStringLiteral("WIREGUARD_PRIVATE_KEY"),
                            QStringLiteral("Private key of the WireGuard tunnel."),
                            {{QStringLiteral("services/gluetun.yaml"), {12, 18}}},
                            false,
                            {}}};
    knownSecrets.plain = {{QStringLiteral("DB_PASSWORD"), QStringLiteral("local.env"), {}, {3, 1, 1}}};
    forms.variables = {{QStringLiteral("TZ"), QStringLiteral("Europe/Berlin")},
                       {QStringLiteral("MEDIA_PATH"), QStringLiteral("/srv/media")},
                       {QStringLiteral("APPDATA_PATH"), QStringLiteral("/srv/appdata")}};
    m_diagnostics = {
        diagnostic(model::Severity::hint, "variable-unused", "defaults/base.env", 3, 1, "nothing refers to PUID"),
        restart,
        diagnostic(model::Severity::warning, "image-tag", "services/gluetun.yaml", 3, 12,
                   "the tag 3 floats: another image may come with the next pull"),
    };
}

void FakeConfiguration::addFile(const QString &path, FileKind kind, const QByteArray &bytes)
{
    m_facts.files.append({path, kind});
    disk.insert(path, bytes);
    Q_EMIT factsChanged();
}

void FakeConfiguration::setDiagnostics(const QList<model::Diagnostic> &diagnostics)
{
    m_diagnostics = diagnostics;
    Q_EMIT diagnosed();
}

void FakeConfiguration::changeOnDisk(const QString &path, const QByteArray &bytes)
{
    disk.insert(path, bytes);
    Q_EMIT fileChanged(path);
}

void FakeConfiguration::removeFromDisk(const QString &path)
{
    disk.remove(path);
    Q_EMIT fileChanged(path);
}

QFuture<Result<FileText>> FakeConfiguration::read(const QString &path)
{
    if (!disk.contains(path))
        return finishedWith<FileText>(Error{ErrorKind::notFound, path, {}});
    const QByteArray bytes = disk.value(path);
    return finishedWith<FileText>(
        FileText{bytes, control::textDigest(bytes), QString::fromUtf8(bytes).toUtf8() == bytes});
}

QFuture<Result<FileText>> FakeConfiguration::save(const QString &path, const QByteArray &text, const QByteArray &base)
{
    if (const auto error = std::exchange(m_saveFails, std::nullopt))
        return finishedWith<FileText>(*error);
    const QByteArray now = disk.contains(path) ? control::textDigest(disk.value(path)) : QByteArray();
    if (now != base)
        return finishedWith<FileText>(Error{ErrorKind::conflict, path, {}});
    disk.insert(path, text);
    texts.remove(path);
    return finishedWith<FileText>(FileText{text, control::textDigest(text), true});
}

void FakeConfiguration::setText(const QString &path, const QByteArray &text, const QByteArray &base)
{
    Q_UNUSED(base)
    texts.insert(path, text);
    Q_EMIT diagnosed();
}

void FakeConfiguration::dropText(const QString &path)
{
    texts.remove(path);
    kept.removeIf([&path](const control::Draft &draft) { return draft.path == path; });
    Q_EMIT diagnosed();
}

QFuture<Result<QList<control::Draft>>> FakeConfiguration::drafts()
{
    return finishedWith<QList<control::Draft>>(kept);
}

QFuture<Result<control::MergedText>> FakeConfiguration::merge(const QByteArray &base, const QByteArray &theirs,
                                                              const QByteArray &mine)
{
    Q_UNUSED(base)
    Q_UNUSED(theirs)
    Q_UNUSED(mine)
    return finishedWith<control::MergedText>(merged);
}

QFuture<Result<control::Completions>> FakeConfiguration::complete(const QString &path, const QByteArray &text,
                                                                  qsizetype at)
{
    Q_UNUSED(path)
    Q_UNUSED(text)
    control::Completions found = completions;
    if (found.replaces.isEmpty())
        found.replaces = {at, at};
    return finishedWith<control::Completions>(found);
}

QFuture<Result<control::Explanation>> FakeConfiguration::explain(const QString &path, const QByteArray &text,
                                                                 qsizetype at)
{
    Q_UNUSED(path)
    Q_UNUSED(text)
    Q_UNUSED(at)
    return finishedWith<control::Explanation>(explanation);
}

QFuture<Result<control::TextTarget>> FakeConfiguration::definition(const QString &path, const QByteArray &text,
                                                                   qsizetype at)
{
    Q_UNUSED(path)
    Q_UNUSED(text)
    Q_UNUSED(at)
    if (!target)
        return finishedWith<control::TextTarget>(Error{ErrorKind::notFound, QStringLiteral("nothing"), {}});
    return finishedWith<control::TextTarget>(*target);
}

QFuture<Result<control::FoundTexts>> FakeConfiguration::find(const control::TextSearch &search)
{
    control::FoundTexts found;
    for (auto it = disk.cbegin(); it != disk.cend(); ++it) {
        const qsizetype at = it.value().indexOf(search.text.toUtf8());
        if (search.text.isEmpty() || at < 0)
            continue;
        const int line = int(it.value().left(at).count('\n')) + 1;
        found.found.append(
            {it.key(), {line, 1, 1}, {at, at + search.text.size()}, search.text, 0, int(search.text.size())});
    }
    return finishedWith<control::FoundTexts>(found);
}

QFuture<Result<QList<control::WorkspaceVariable>>> FakeConfiguration::variables()
{
    return finishedWith<QList<control::WorkspaceVariable>>(known);
}

QFuture<Result<QByteArray>> FakeConfiguration::withValue(const QByteArray &layer, const QString &name,
                                                         const QString &value)
{
    if (value == u"refused")
        return finishedWith<QByteArray>(
            Error{ErrorKind::invalid, name + QStringLiteral(" must be something else"), {}});
    return finishedWith<QByteArray>(layer + name.toUtf8() + '=' + value.toUtf8() + '\n');
}

QFuture<Result<QByteArray>> FakeConfiguration::withoutValue(const QByteArray &layer, const QString &name)
{
    QByteArrayList lines = layer.split('\n');
    lines.removeIf([&name](const QByteArray &line) { return line.startsWith(name.toUtf8() + '='); });
    return finishedWith<QByteArray>(lines.join('\n'));
}

QFuture<Result<control::WorkspaceSecrets>> FakeConfiguration::secrets()
{
    return finishedWith<control::WorkspaceSecrets>(knownSecrets);
}

QFuture<Result<control::SecretMove>> FakeConfiguration::moveOut(const control::PlainSecret &secret)
{
    if (!move)
        return finishedWith<control::SecretMove>(Error{ErrorKind::notFound, secret.variable, {}});
    return finishedWith<control::SecretMove>(*move);
}

QFuture<Result<std::shared_ptr<control::Configuration>>> FakeConfigurations::open(const QString &folder)
{
    using Opened = std::shared_ptr<control::Configuration>;
    if (const auto error = std::exchange(m_fails, std::nullopt))
        return finishedWith<Opened>(*error);
    auto opened = std::make_shared<FakeConfiguration>(folder);
    opened->fill();
    opened->kept = std::exchange(drafts, {});
    m_last = opened.get();
    return finishedWith<Opened>(Opened(opened));
}

} // namespace mediahelm::fakes
