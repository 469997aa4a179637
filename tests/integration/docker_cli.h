// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace mediahelm::tests {

// What the integration tests do to a real engine behind the program's back, through the docker command: containers of
// one test, under one label and one image of their own, removed at the end. Blocks; for tests alone.
class DockerCli
{
public:
    // Image and containers are named after `purpose` and this process.
    explicit DockerCli(const QString &purpose);
    ~DockerCli();
    DockerCli(const DockerCli &) = delete;
    DockerCli &operator=(const DockerCli &) = delete;

    // Empty when there is an engine and its image could be made; else why not.
    const QString &unavailable() const { return m_unavailable; }
    const QString &image() const { return m_image; }
    const QString &prefix() const { return m_prefix; }

    // docker create/run with the label, named prefix-NAME; the container's id, or empty.
    QString run(const QString &name, const QStringList &options, const QStringList &command);
    // Standard output; nullopt in `ok` style: empty and *ok false when the command failed.
    QByteArray docker(const QStringList &arguments, bool *ok = nullptr);

private:
    QString makeImage();

    QString m_prefix;
    QString m_image;
    QString m_unavailable;
};

} // namespace mediahelm::tests
