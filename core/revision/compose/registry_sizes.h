// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"

#include <QMap>
#include <QObject>
#include <QProcessEnvironment>
#include <QStringList>

#include <chrono>
#include <memory>
#include <vector>

namespace mediahelm::revision {

class ProcessRun;

// Asks registries what images weigh, by `docker manifest inspect`, which has the user's logins. A few at a time, each
// with a deadline; for who wants to know: it needs the net. Owned by who asks; its thread. Destroying it stops what is
// under way.
class RegistrySizes final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString program = QStringLiteral("docker");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        std::chrono::milliseconds deadline = std::chrono::seconds(15); // of each image
        int mostAtOnce = 4;
        int most = 100; // images; of further ones nothing is known
    };
    using Sizes = QMap<QString, qint64>; // bytes that come over the line when nothing of it is here yet, by image

    RegistrySizes();
    explicit RegistrySizes(Options options);
    ~RegistrySizes() override;

    // Once. `architecture` in the words of the engine or of the kernel: "amd64", "x86_64". What cannot be had is left
    // out. Errors: cancelled, when destroyed.
    QFuture<base::Result<Sizes>> ask(const QStringList &images, const QString &architecture);

private:
    void startNext();
    void take(const QString &image, const QByteArray &output);

    const Options m_options;
    QString m_architecture;
    QStringList m_left;
    int m_running = 0;
    std::vector<std::unique_ptr<ProcessRun>> m_runs;
    Sizes m_sizes;
    base::Pending<Sizes> m_pending;
};

// Of what `docker manifest inspect --verbose` prints: the sizes of the layers and of the configuration together; of an
// image for several machines, of that for Linux on this one. 0: it does not say. Pure.
qint64 downloadSize(const QByteArray &manifest, const QString &architecture);

// Whether an image comes from a registry on this machine itself, to which the engine speaks without TLS. Pure.
bool isOnLoopback(const QString &image);

} // namespace mediahelm::revision
